//! What runs in the process of the decoders.

use std::io::{self, BufReader, BufWriter};

use crate::decode::decode;
use crate::wire;

/// Reads a question and evidence from standard input and writes the answer on standard output.
/// [`confine`](crate::confine) comes first.
pub fn serve() -> io::Result<()> {
    let mut from = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let ask = wire::read_ask(&mut from)?;
    let answer = decode(ask, &mut from)?;
    let mut into = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    wire::write_answer(answer, &mut into)
}
