//! What each language's expressions are read as: the tables beside this file, one a language, with the
//! stretch that is read, what it comes to, and why.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod properties;
mod tables;
