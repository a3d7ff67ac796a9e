//! The structure tree as the file holds it: which marked content belongs to which node, in
//! the order in which it is read.

use std::collections::HashMap;

use lopdf::{Object, dictionary};

use super::file::{File, text};
use super::frame::Frame;
use crate::Error;
use crate::display::{Mark, Node, NodeId, Paint, Role, Scope, Step, Tree};
use crate::pages::Pages;

/// What stands below a node. A long packet has hundreds of thousands of these.
#[derive(Clone, Copy)]
enum Kid {
    Node(NodeId),
    Content { page: u32, mcid: u32 },
    Link { page: u32, link: u32 },
}

/// A link's rectangle on a page.
pub(super) struct Annotation {
    pub(super) page: usize,
    /// Left, low, right, high.
    pub(super) rect: [f32; 4],
    pub(super) target: u32,
    node: NodeId,
}

/// The tree with its content.
pub(super) struct Structure {
    /// What stands below each node, by node and then in reading order.
    kids: Vec<(NodeId, Kid)>,
    /// Whether a node has its place in the tree.
    placed: Vec<bool>,
    /// The nodes of each page's marked content, by its number.
    contents: Vec<Vec<NodeId>>,
    pub(super) annotations: Vec<Annotation>,
    /// What a figure covers on its first page.
    boxes: HashMap<NodeId, [f32; 4]>,
}

impl Structure {
    pub(super) fn of(pages: &Pages) -> Self {
        let count = pages.tree.nodes.len();
        let mut structure = Self {
            kids: Vec::with_capacity(count * 2),
            placed: vec![false; count],
            contents: Vec::with_capacity(pages.count()),
            annotations: Vec::new(),
            boxes: HashMap::new(),
        };
        if let Some(root) = structure.placed.first_mut() {
            *root = true;
        }
        let (_, height) = pages.paper.size();
        for page in 0..pages.count() {
            structure.page(pages, page, height);
        }
        structure.kids.sort_by_key(|(node, _)| *node);
        structure
    }

    pub(super) fn nodes(&self) -> usize {
        self.placed.len()
    }

    fn page(&mut self, pages: &Pages, page: usize, height: f32) {
        let mut of_page = Vec::new();
        let mut figure: Option<NodeId> = None;
        let body = pages.pages.get(page).map_or(&[][..], |page| &page.body);
        for mark in body {
            match mark {
                Mark::Begin(node) => {
                    self.place(&pages.tree, *node);
                    let (page, mcid) = (small(page), small(of_page.len()));
                    self.kids.push((*node, Kid::Content { page, mcid }));
                    of_page.push(*node);
                    let role = pages.tree.get(*node).map(|node| node.role);
                    figure = (role == Some(Role::Figure)).then_some(*node);
                }
                Mark::End => figure = None,
                Mark::Touch(node) => self.place(&pages.tree, *node),
                Mark::Link {
                    x,
                    y,
                    w,
                    h,
                    target,
                    node,
                } => {
                    let rect = [*x, height - y - h, x + w, height - y];
                    let (target, node) = (*target, *node);
                    let link = Kid::Link {
                        page: small(page),
                        link: small(self.annotations.len()),
                    };
                    self.kids.push((node, link));
                    self.annotations.push(Annotation {
                        page,
                        rect,
                        target,
                        node,
                    });
                }
                _ => {}
            }
            if let (Some(node), Some(covered)) = (figure, extent(mark, height)) {
                let known = self.boxes.entry(node).or_insert(covered);
                *known = joined(*known, covered);
            }
        }
        self.contents.push(of_page);
    }

    /// Gives a node its place below its parent, where it is first met.
    fn place(&mut self, tree: &Tree, node: NodeId) {
        let Some(placed) = self.placed.get_mut(node.0 as usize) else {
            return;
        };
        if std::mem::replace(placed, true) {
            return;
        }
        if let Some(parent) = tree.get(node).and_then(|node| node.parent) {
            self.place(tree, parent);
            self.kids.push((parent, Kid::Node(node)));
        }
    }

    fn kids(&self, node: NodeId) -> &[(NodeId, Kid)] {
        let from = self.kids.partition_point(|(parent, _)| *parent < node);
        let kids = self.kids.get(from..).unwrap_or_default();
        let of_node = kids.iter().take_while(|(parent, _)| *parent == node);
        kids.get(..of_node.count()).unwrap_or_default()
    }

    /// Writes the tree's nodes, its root, and the way back from content to nodes.
    pub(super) fn write(
        &self,
        pages: &Pages,
        frame: &Frame,
        file: &mut File<'_>,
    ) -> Result<(), Error> {
        for (at, node) in pages.tree.nodes.iter().enumerate() {
            if self.placed.get(at) == Some(&true) {
                file.object(frame.node(at), &self.element(at, node, frame))?;
            }
        }
        let leaves = self.contents.len() + self.annotations.len();
        let mut numbers: Vec<Object> = Vec::with_capacity(leaves * 2);
        for (page, nodes) in self.contents.iter().enumerate() {
            let nodes: Vec<Object> = nodes
                .iter()
                .map(|node| (frame.node(node.0 as usize), 0).into())
                .collect();
            file.object(frame.parents(page), &nodes.into())?;
            numbers.push(index(page));
            numbers.push((frame.parents(page), 0).into());
        }
        for (at, annotation) in self.annotations.iter().enumerate() {
            numbers.push(index(frame.struct_parent(at)));
            numbers.push((frame.node(annotation.node.0 as usize), 0).into());
        }
        file.object(
            frame.parent_tree(),
            &dictionary! { "Nums" => numbers }.into(),
        )?;
        let root = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => (frame.node(0), 0),
            "ParentTree" => (frame.parent_tree(), 0),
            "ParentTreeNextKey" => index(frame.struct_parent(self.annotations.len())),
        };
        file.object(frame.structure(), &root.into())
    }

    fn element(&self, at: usize, node: &Node, frame: &Frame) -> Object {
        let parent = node
            .parent
            .map_or(frame.structure(), |id| frame.node(id.0 as usize));
        let mut dict = dictionary! { "S" => node.role.tag(), "P" => (parent, 0) };
        let id = NodeId(small(at));
        let kids = self.kids(id);
        let home = kids.iter().find_map(|(_, kid)| match kid {
            Kid::Content { page, .. } | Kid::Link { page, .. } => Some(*page),
            Kid::Node(_) => None,
        });
        if let Some(page) = home {
            dict.set("Pg", (frame.page(page as usize), 0));
        }
        let kids = kids.iter().map(|(_, kid)| kid.object(home, frame));
        let mut list: Vec<Object> = kids.collect();
        if list.len() == 1 {
            dict.set("K", list.remove(0));
        } else if !list.is_empty() {
            dict.set("K", list);
        }
        if let Some(words) = &node.alternative {
            dict.set("Alt", text(words));
        }
        if let Some(attributes) = self.attributes(id, node.role) {
            dict.set("A", attributes);
        }
        dict.into()
    }

    fn attributes(&self, node: NodeId, role: Role) -> Option<Object> {
        match role {
            Role::Head {
                scope: Scope::Column,
            } => Some(dictionary! { "O" => "Table", "Scope" => "Column" }.into()),
            Role::List { ordered } => {
                let kind = if ordered { "Decimal" } else { "Disc" };
                Some(dictionary! { "O" => "List", "ListNumbering" => kind }.into())
            }
            Role::Figure => {
                let covered = self.boxes.get(&node)?;
                let corners: Vec<Object> = covered
                    .iter()
                    .map(|side| Object::Real((side * 100.0).round() / 100.0))
                    .collect();
                let dict =
                    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners };
                Some(dict.into())
            }
            _ => None,
        }
    }
}

impl Kid {
    fn object(self, home: Option<u32>, frame: &Frame) -> Object {
        match self {
            Self::Node(node) => (frame.node(node.0 as usize), 0).into(),
            Self::Content { page, mcid } if Some(page) == home => i64::from(mcid).into(),
            Self::Content { page, mcid } => dictionary! {
                "Type" => "MCR",
                "Pg" => (frame.page(page as usize), 0),
                "MCID" => i64::from(mcid),
            }
            .into(),
            Self::Link { page, link } => dictionary! {
                "Type" => "OBJR",
                "Pg" => (frame.page(page as usize), 0),
                "Obj" => (frame.annotation(link as usize), 0),
            }
            .into(),
        }
    }
}

fn index(of: usize) -> Object {
    i64::try_from(of).unwrap_or(i64::MAX).into()
}

fn small(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn joined(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}

/// What a mark covers: left, low, right, high.
fn extent(mark: &Mark, height: f32) -> Option<[f32; 4]> {
    let flip = |x: f32, y: f32, w: f32, h: f32| [x, height - y - h, x + w, height - y];
    match mark {
        Mark::Rect { x, y, w, h, .. } | Mark::Image { x, y, w, h, .. } => {
            Some(flip(*x, *y, *w, *h))
        }
        Mark::Word { x, y, size, .. } => Some(flip(*x, *y - size, *size, *size)),
        Mark::Line { x, y, dx, dy, .. } => Some(flip(*x, *y, *dx, *dy)),
        Mark::Path(path) => {
            let wide = match path.paint {
                Paint::Stroke { width, .. } => width / 2.0,
                Paint::Fill(_) => 0.0,
            };
            path.steps
                .iter()
                .filter_map(|step| match *step {
                    Step::Move(x, y) | Step::Line(x, y) | Step::Curve(_, _, _, _, x, y) => {
                        Some(flip(x - wide, y - wide, 2.0 * wide, 2.0 * wide))
                    }
                    Step::Close => None,
                })
                .reduce(joined)
        }
        _ => None,
    }
}
