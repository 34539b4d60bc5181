status <> 'x'
NOT (status = 'x' AND status IS NOT NULL)
