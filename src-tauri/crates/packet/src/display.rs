//! What stands on the pages: marks with coordinates, and the tree that says what they mean.
//!
//! Coordinates are points from the page's upper left corner, downwards.

use crate::style::Rgb;

/// A node of the structure tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(pub(crate) u32);

/// A place that links and the contents lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct AnchorId(pub(crate) u32);

/// What a node is, in the words of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Paragraph,
    Heading(u8),
    List { ordered: bool },
    Item,
    Label,
    ItemBody,
    Table,
    Row,
    Head { scope: Scope },
    Cell,
    Figure,
    Link,
    Contents,
    ContentsItem,
    Reference,
    Quote,
    Division,
    Code,
}

impl Role {
    /// The name of the structure type.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Paragraph => "P",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(_) => "H4",
            Self::List { .. } => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::ItemBody => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::Head { .. } => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Link => "Link",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
            Self::Reference => "Reference",
            Self::Quote => "BlockQuote",
            Self::Division => "Div",
            Self::Code => "Code",
        }
    }
}

/// What a header cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
}

/// A node: its role, where it hangs, and words for who cannot see it.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<NodeId>,
    pub(crate) alternative: Option<Box<str>>,
}

/// The structure tree; node 0 is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![Node {
                role: Role::Document,
                parent: None,
                alternative: None,
            }],
        }
    }

    pub(crate) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.push(Node {
            role,
            parent: Some(parent),
            alternative: None,
        })
    }

    pub(crate) fn add_with(&mut self, parent: NodeId, role: Role, alternative: &str) -> NodeId {
        self.push(Node {
            role,
            parent: Some(parent),
            alternative: Some(alternative.into()),
        })
    }

    pub(crate) fn get(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    fn push(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        id
    }
}

/// One mark on a page.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// What follows is content of this node.
    Begin(NodeId),
    /// The node's content stops here.
    End,
    /// The node has its place here though it has no content.
    Touch(NodeId),
    /// A shaped word of the lexicon with its baseline's start.
    Word {
        x: f32,
        y: f32,
        size: f32,
        ink: Rgb,
        word: u32,
    },
    /// A filled rectangle.
    Rect {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: Rgb,
    },
    /// A straight line, from left to right or down.
    Line {
        x: f32,
        y: f32,
        dx: f32,
        dy: f32,
        width: f32,
        ink: Rgb,
    },
    /// A row of dots that leads the eye.
    Dots { x: f32, y: f32, dx: f32, ink: Rgb },
    /// A drawn shape.
    Path(Box<Path>),
    /// A picture in a rectangle.
    Image {
        image: u32,
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
    /// A rectangle that leads somewhere, and the node that says so.
    Link {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        target: u32,
        node: NodeId,
    },
    /// The number of the page where an anchor stands, ending at `x`.
    PageOf {
        anchor: AnchorId,
        x: f32,
        y: f32,
        size: f32,
        ink: Rgb,
    },
}

/// A shape: closed outlines that are filled, or one stroke.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) steps: Vec<Step>,
    pub(crate) paint: Paint,
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Paint {
    Fill(Rgb),
    Stroke { ink: Rgb, width: f32 },
}

/// One step of an outline.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve(f32, f32, f32, f32, f32, f32),
    Close,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Anchor(AnchorId),
    Address(Box<str>),
}

impl Mark {
    /// Moves the mark.
    pub(crate) fn shift(&mut self, by_x: f32, by_y: f32) {
        match self {
            Self::Begin(_) | Self::End | Self::Touch(_) => {}
            Self::Word { x, y, .. }
            | Self::Rect { x, y, .. }
            | Self::Line { x, y, .. }
            | Self::Dots { x, y, .. }
            | Self::Image { x, y, .. }
            | Self::Link { x, y, .. }
            | Self::PageOf { x, y, .. } => {
                *x += by_x;
                *y += by_y;
            }
            Self::Path(path) => path.shift(by_x, by_y),
        }
    }
}

impl Path {
    fn shift(&mut self, by_x: f32, by_y: f32) {
        let moved = |x: f32, y: f32| (x + by_x, y + by_y);
        for step in &mut self.steps {
            *step = match *step {
                Step::Move(x, y) => {
                    let (x, y) = moved(x, y);
                    Step::Move(x, y)
                }
                Step::Line(x, y) => {
                    let (x, y) = moved(x, y);
                    Step::Line(x, y)
                }
                Step::Curve(a, b, c, d, e, f) => {
                    let ((a, b), (c, d), (e, f)) = (moved(a, b), moved(c, d), moved(e, f));
                    Step::Curve(a, b, c, d, e, f)
                }
                Step::Close => Step::Close,
            };
        }
    }

    /// A rectangle with round corners.
    pub(crate) fn rounded(x: f32, y: f32, w: f32, h: f32, r: f32, paint: Paint) -> Self {
        // Four cubic arcs; 0.5523 is the usual distance of their handles.
        let k = r * (1.0 - 0.5523);
        let (right, low) = (x + w, y + h);
        let steps = vec![
            Step::Move(x + r, y),
            Step::Line(right - r, y),
            Step::Curve(right - k, y, right, y + k, right, y + r),
            Step::Line(right, low - r),
            Step::Curve(right, low - k, right - k, low, right - r, low),
            Step::Line(x + r, low),
            Step::Curve(x + k, low, x, low - k, x, low - r),
            Step::Line(x, y + r),
            Step::Curve(x, y + k, x + k, y, x + r, y),
            Step::Close,
        ];
        Self { steps, paint }
    }
}

/// One page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Grounds and rules: artifacts, drawn first.
    pub(crate) under: Vec<Mark>,
    /// The content in reading order.
    pub(crate) body: Vec<Mark>,
    /// Repeated table headers, running head and foot: artifacts, drawn last.
    pub(crate) running: Vec<Mark>,
}
