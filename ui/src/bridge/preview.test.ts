import { describe, expect, it } from "vitest";
import { logoAddress, packetAddress, previewAddress } from "./preview";

describe("the address of a preview", () => {
  it("is that of the own scheme, and of its usual form on Windows", () => {
    expect(previewAddress("e1", 3, 600, "X11; Linux")).toBe("preview://localhost/e1/3?width=600");
    expect(previewAddress("e1", 3, 600, "Windows NT 10.0")).toBe(
      "http://preview.localhost/e1/3?width=600",
    );
  });

  it("asks for one of a few widths, never for less than is shown, and never for more than a lot", () => {
    expect(previewAddress("e1", 1, 601, "Linux")).toContain("width=800");
    expect(previewAddress("e1", 1, 90_000, "Linux")).toContain("width=4000");
  });
});

describe("the address of a logo", () => {
  it("is below looks, and another for another picture", () => {
    expect(logoAddress("o1", "a", "Linux")).toBe("preview://localhost/look/o1?v=a");
    expect(logoAddress("o1", "b", "Windows NT")).toBe("http://preview.localhost/look/o1?v=b");
  });
});

describe("the address of a page of a packet", () => {
  it("is below packets, as wide as it is shown and no wider than a lot", () => {
    expect(packetAddress("t1", 0, 816.4, "Linux")).toBe("preview://localhost/packet/t1/0?width=816");
    expect(packetAddress("t1", 2, 90_000, "Windows NT")).toBe(
      "http://preview.localhost/packet/t1/2?width=4000",
    );
  });
});
