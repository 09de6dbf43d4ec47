create schema notify;
