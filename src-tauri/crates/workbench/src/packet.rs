//! Packets: what they consist of, how they look, what is laid out, and the register of what
//! was issued.

mod issued;

pub(crate) use issued::Leaving;
