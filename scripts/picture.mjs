// Turns the memory of the virtual screen (X Window Dump, version 7) into a PNG.
import { crc32, deflateSync } from "node:zlib";

const chunk = (type, body) => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

/** Returns the PNG of a dump with 24 bits of colour in 32-bit little-endian pixels. */
export function png(dump) {
  const field = (index) => dump.readUInt32BE(index * 4);
  const [headerSize, version, width, height] = [field(0), field(1), field(4), field(5)];
  const [bitsPerPixel, bytesPerLine, colours] = [field(11), field(12), field(19)];
  if (version !== 7 || bitsPerPixel !== 32) throw new Error("The screen's memory has an unknown form.");
  // Each entry of the colour map takes 12 bytes.
  const start = headerSize + colours * 12;
  const lines = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0, to = 0; y < height; y += 1) {
    to += 1; // Filter 0: the line as it is.
    for (let x = 0, from = start + y * bytesPerLine; x < width; x += 1, from += 4) {
      lines[to++] = dump[from + 2];
      lines[to++] = dump[from + 1];
      lines[to++] = dump[from];
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
