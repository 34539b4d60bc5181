CREATE TABLE memberships (
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    team_id INTEGER NOT NULL REFERENCES teams (id),
    role VARCHAR(20) NOT NULL DEFAULT 'member',
    since DATE,
    PRIMARY KEY (user_id, team_id),
    CONSTRAINT known_role CHECK (role IN ('member', 'owner'))
);
CREATE INDEX idx_memberships_since ON memberships (since);
COMMENT ON TABLE memberships IS 'Who is in which team';
CREATE TABLE invitation_codes (id SERIAL PRIMARY KEY, code TEXT NOT NULL UNIQUE, membership_role VARCHAR(20));
