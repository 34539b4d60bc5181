-- Ä schema with wide characters 𝔘 before everything
CREATE /* a comment within, CREATE TABLE */ TABLE IF NOT EXISTS stocks ( -- für
  "größe" int, -- 𝔘𝔘
  note text DEFAULT '𝔘; CREATE TABLE x'
);
	CREATE	INDEX IF NOT EXISTS "stocks_größe_idx" -- why this index
	  ON stocks ("größe") ;
-- the end, without a line break: 𝔘
