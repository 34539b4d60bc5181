DROP TABLE options;
