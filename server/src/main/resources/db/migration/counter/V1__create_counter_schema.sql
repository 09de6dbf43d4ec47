create schema counter;
