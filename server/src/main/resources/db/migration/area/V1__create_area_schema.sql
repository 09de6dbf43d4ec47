create schema area;
