-- Ä schema with wide characters 𝔘 before everything
CREATE /* a comment within, CREATE TABLE */ TABLE stocks ( -- für
  "größe" int, -- 𝔘𝔘
  note text DEFAULT '𝔘; CREATE TABLE x'
);
	CREATE	INDEX -- why this index
	  ON stocks ("größe") ;
-- the end, without a line break: 𝔘
