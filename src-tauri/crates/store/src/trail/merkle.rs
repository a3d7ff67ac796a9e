//! The Merkle tree over the trail (RFC 6962, 2.1): one root for all entries, and for each
//! entry a short proof that it is under it.
//!
//! An entry's hash is its leaf hash, so nothing else needs to be known of it here.

use crate::error::Error;

/// A node of the tree.
pub(crate) type Node = [u8; 32];

/// Returns the hash of a node over two others.
fn join(left: &Node, right: &Node) -> Node {
    let mut bytes = [1; 65];
    let (_, rest) = bytes.split_at_mut(1);
    let (first, second) = rest.split_at_mut(32);
    first.copy_from_slice(left);
    second.copy_from_slice(right);
    vault::sha256(&bytes)
}

/// What is needed of a tree to go on with it: the root of each whole subtree, the largest
/// first. Their sizes are the powers of two in the number of leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Frontier {
    leaves: u64,
    peaks: Vec<Node>,
}

impl Frontier {
    /// Takes the next leaf.
    pub(crate) fn push(&mut self, leaf: Node) {
        let mut node = leaf;
        for _ in 0..self.leaves.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                node = join(&left, &node);
            }
        }
        self.peaks.push(node);
        self.leaves += 1;
    }

    /// Returns the root; of no leaves the hash of nothing.
    pub(crate) fn root(&self) -> Node {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return vault::sha256(&[]);
        };
        peaks.fold(*last, |right, left| join(left, &right))
    }

    /// Returns how many leaves it stands for.
    pub(crate) fn leaves(&self) -> u64 {
        self.leaves
    }

    /// Returns the bytes that are kept of it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.peaks.concat()
    }

    /// Reads it back; nothing when there are not as many nodes as so many leaves have.
    pub(crate) fn read(leaves: u64, bytes: &[u8]) -> Option<Self> {
        let (peaks, rest) = bytes.as_chunks::<32>();
        let is_whole = rest.is_empty() && peaks.len() as u64 == u64::from(leaves.count_ones());
        is_whole.then(|| Self {
            leaves,
            peaks: peaks.to_vec(),
        })
    }

    /// Returns the root of the whole subtree over the leaves from..to, if it is one of these.
    fn peak(&self, from: u64, to: u64) -> Option<Node> {
        let mut begin = 0;
        let mut sizes = (0..64).rev().map(|bit| 1_u64 << bit);
        for peak in &self.peaks {
            let size = sizes.find(|size| self.leaves & size != 0)?;
            if (begin, begin + size) == (from, to) {
                return Some(*peak);
            }
            begin += size;
        }
        None
    }
}

/// A tree of which the first leaves are known by their frontier alone.
pub(crate) struct Tree<'a> {
    pub(crate) before: &'a Frontier,
    /// The leaves that follow.
    pub(crate) leaves: &'a [Node],
}

impl Tree<'_> {
    /// Returns the nodes beside the way from a leaf to the root, from below (RFC 6962,
    /// 2.1.1). The leaf must be one that is known.
    pub(crate) fn proof(&self, leaf: u64) -> Result<Vec<Node>, Error> {
        let mut proof = Vec::new();
        let (mut from, mut to) = (0, self.before.leaves + self.leaves.len() as u64);
        while to - from > 1 {
            let middle = from + half(to - from);
            if leaf < middle {
                proof.push(self.node(middle, to)?);
                to = middle;
            } else {
                proof.push(self.node(from, middle)?);
                from = middle;
            }
        }
        proof.reverse();
        Ok(proof)
    }

    /// Returns the node over the leaves from..to. What lies before the known leaves is never
    /// split: it is under one of the frontier's nodes.
    fn node(&self, from: u64, to: u64) -> Result<Node, Error> {
        if to <= self.before.leaves {
            return (self.before.peak(from, to)).ok_or(Error::Unreadable {
                kind: "signed_head",
            });
        }
        if to - from == 1 {
            let place = usize::try_from(from - self.before.leaves).unwrap_or(usize::MAX);
            return (self.leaves.get(place).copied())
                .ok_or(Error::Unreadable { kind: "trail" });
        }
        let middle = from + half(to - from);
        Ok(join(&self.node(from, middle)?, &self.node(middle, to)?))
    }
}

/// Returns the largest power of two below a number of leaves.
fn half(leaves: u64) -> u64 {
    1 << (leaves - 1).ilog2()
}

/// Returns the root to which a proof leads from a leaf, or nothing when it is not as long as
/// it must be.
pub(crate) fn root_of(proof: &[Node], leaf: u64, leaves: u64, hash: Node) -> Option<Node> {
    let (mut at, mut last, mut node) = (leaf, leaves.checked_sub(1)?, hash);
    for beside in proof {
        if last == 0 {
            return None;
        }
        if at % 2 == 1 || at == last {
            node = join(beside, &node);
            while at != 0 && at % 2 == 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            node = join(&node, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(number: u64) -> Node {
        vault::sha256(&number.to_be_bytes())
    }

    fn frontier(leaves: u64) -> Frontier {
        let mut frontier = Frontier::default();
        (0..leaves).for_each(|number| frontier.push(leaf(number)));
        frontier
    }

    /// The definition of RFC 6962, 2.1, word for word.
    fn defined(leaves: &[Node]) -> Node {
        match leaves {
            [] => vault::sha256(&[]),
            [one] => *one,
            many => {
                let (left, right) =
                    many.split_at(usize::try_from(half(many.len() as u64)).unwrap());
                let bytes = [&[1][..], &defined(left), &defined(right)].concat();
                vault::sha256(&bytes)
            }
        }
    }

    /// The tree of eight leaves that implementations of certificate transparency share.
    #[test]
    fn the_root_of_known_leaves_is_the_one_that_others_compute() {
        let inputs: [&[u8]; 8] = [
            &[],
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[
                0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c,
                0x6d, 0x6e, 0x6f,
            ],
        ];
        let mut frontier = Frontier::default();
        for input in inputs {
            frontier.push(vault::sha256(&[&[0], input].concat()));
        }
        assert_eq!(
            vault::hex(&frontier.root()),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }

    #[test]
    fn a_tree_that_grew_leaf_by_leaf_has_the_root_of_the_definition() {
        let leaves: Vec<Node> = (0..70).map(leaf).collect();
        for count in 0..=leaves.len() {
            assert_eq!(
                frontier(count as u64).root(),
                defined(leaves.get(..count).unwrap()),
                "{count} leaves"
            );
        }
    }

    #[test]
    fn a_frontier_is_read_back_only_with_as_many_nodes_as_it_has() {
        for leaves in 0..40 {
            let made = frontier(leaves);
            assert_eq!(Frontier::read(leaves, &made.bytes()), Some(made.clone()));
            assert_eq!(
                Frontier::read(leaves, &[made.bytes(), vec![0]].concat()),
                None
            );
            assert_eq!(
                Frontier::read(leaves, &[made.bytes(), vec![0; 32]].concat()),
                None
            );
        }
    }

    #[test]
    fn every_leaf_of_every_tree_has_a_proof_whatever_is_known_only_by_its_frontier() {
        for count in 1..34 {
            let leaves: Vec<Node> = (0..count).map(leaf).collect();
            let root = frontier(count).root();
            for known_by_frontier in 0..count {
                let before = frontier(known_by_frontier);
                let rest = leaves
                    .get(usize::try_from(known_by_frontier).unwrap()..)
                    .unwrap();
                let tree = Tree {
                    before: &before,
                    leaves: rest,
                };
                for number in known_by_frontier..count {
                    let proof = tree.proof(number).unwrap();
                    assert_eq!(root_of(&proof, number, count, leaf(number)), Some(root));
                    for wrong in 0..count {
                        let led = root_of(&proof, number, count, leaf(wrong));
                        assert_eq!(led == Some(root), wrong == number, "{wrong} for {number}");
                    }
                    let longer = [proof, vec![leaf(0)]].concat();
                    assert_eq!(root_of(&longer, number, count, leaf(number)), None);
                }
            }
        }
    }
}
