DROP TABLE bonds;
