//! How much of evidence is looked at, and why so much.

/// Bytes of a picture or a PDF, which must lie in memory whole. A scanned binder of 600 pages
/// has about half of it.
pub const FILE: u64 = 256 << 20;

/// Bytes of text or of a table that are read to count lines and rows: a second's work.
pub const COUNTED: u64 = 256 << 20;

/// Bytes of text that are shown: some 4,000 lines, more than anybody reads beside a control.
pub const TEXT: usize = 256 << 10;

/// Rows of a table that are shown.
pub const ROWS: usize = 1_000;

/// Columns of a table that are shown.
pub const COLUMNS: usize = 200;

/// Bytes of a cell that are shown.
pub const CELL: usize = 500;

/// Bytes of all cells that are shown: what a page lays out without being felt.
pub const CELLS: usize = 1 << 20;

/// Bytes that the parts of a workbook may unfold to. A sheet of a hundred thousand rows has
/// about a third of it.
pub const UNFOLDED: u64 = 128 << 20;

/// Parts that a workbook may have.
pub const PARTS: usize = 10_000;

/// Sheets of a workbook that is read whole.
pub const SHEETS: usize = 50;

/// Rows in all sheets of a workbook that is read whole: an evidence plan has two for each
/// request, and one more.
pub const SHEETS_ROWS: usize = 30_000;

/// Bytes of all cells of a workbook that is read whole: some four thousand requests.
pub const SHEETS_CELLS: usize = 6 << 20;

/// Pages that can be turned to.
pub const PAGES: usize = 10_000;

/// Pixels of a picture that is decoded: twice the largest camera that people carry.
pub const PIXELS: u64 = 200_000_000;

/// Memory that decoding a picture may take: its pixels with four colours, and as much again.
pub const MEMORY: u64 = 1_600_000_000;

/// Address space of the process of the decoders: the memory above, a PDF's bytes, and the
/// libraries of the window, which the same program brings along.
pub const ADDRESSES: u64 = 3 << 30;

/// The widest and the tallest picture that is given to a page: a 4K screen, filled.
pub const EDGE: u32 = 4_096;

/// The narrowest picture that is given to a page.
pub const NARROWEST: u32 = 64;

/// The edge of a picture when no width is asked for: a window, filled.
pub const NATURAL_EDGE: u32 = 2_048;

/// Pixels given to a page: 64 MB of colours and alpha while a PDF's page is drawn.
pub const GIVEN: u64 = 16 << 20;

/// Seconds of the processor. The slowest pages that were met took three.
pub const PROCESSOR_SECONDS: u64 = 20;

/// Seconds until an answer must be there, however busy the computer is.
pub const PATIENCE_SECONDS: u64 = 40;

/// Bytes of an answer beside its pixels: all sheets of a workbook in JSON, escapes counted.
pub const ANSWER: u32 = 16 << 20;
