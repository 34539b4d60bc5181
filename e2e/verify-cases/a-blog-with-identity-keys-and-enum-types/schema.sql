-- A blog in PostgreSQL's newer ways: identity keys, an enum type, generated columns, partial and expression indexes.
CREATE TYPE post_state AS ENUM ('draft', 'published', 'archived');

CREATE TABLE author (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id  UUID NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    name       VARCHAR(120) NOT NULL,
    email      VARCHAR(254) NOT NULL,
    settings   JSONB NOT NULL DEFAULT '{}'::jsonb,
    joined_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX author_email_lower_key ON author (lower(email));

CREATE TABLE post (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id    BIGINT NOT NULL REFERENCES author (id) ON DELETE CASCADE,
    reviewer_id  BIGINT REFERENCES author (id) ON DELETE SET NULL,
    slug         VARCHAR(80) NOT NULL,
    title        VARCHAR(200) NOT NULL,
    body         TEXT NOT NULL,
    tags         VARCHAR(40)[] NOT NULL DEFAULT '{}',
    views        BIGINT NOT NULL DEFAULT 0,
    title_length INTEGER GENERATED ALWAYS AS (length(title)) STORED,
    published_at TIMESTAMPTZ,
    deleted      BOOLEAN NOT NULL DEFAULT FALSE,
    state        post_state NOT NULL DEFAULT 'draft',
    CONSTRAINT post_views_positive CHECK (views >= 0)
);
CREATE UNIQUE INDEX post_live_slug_key ON post (author_id, slug) WHERE NOT deleted;
CREATE INDEX post_tags_idx ON post USING gin (tags);
CREATE INDEX post_recent_idx ON post (published_at DESC NULLS LAST);
CREATE INDEX post_author_idx ON post (author_id);
