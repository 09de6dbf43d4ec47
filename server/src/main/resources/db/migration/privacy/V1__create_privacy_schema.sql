create schema privacy;
