// A system bus of a journey's own, with somebody on it who stands in for logind.
import { createInterface } from "node:readline";
import { begin, end, until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";

/** Starts both. `env` is what programs need that are to hear it. */
export async function openLogind() {
  const bus = begin("dbus-daemon", ["--session", "--nofork", "--print-address=3"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const started = [bus];
  const close = async () => {
    for (const child of started.toReversed()) await end(child);
  };
  try {
    const hear = (child, fd) => {
      const said = [];
      createInterface({ input: child.stdio[fd] }).on("line", (line) => said.push(line));
      return said;
    };
    const address = hear(bus, 3);
    await until("the bus is there", () => address[0]);
    const env = { DBUS_SYSTEM_BUS_ADDRESS: address[0] };
    const logind = begin("/usr/bin/python3", [within("tests", "e2e", "logind.py")], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    started.push(logind);
    const said = hear(logind, 1);
    const hears = (line, count = 1) =>
      until(`logind hears ${count} times: ${line}`, () => said.filter((one) => one === line).length >= count);
    await hears("ready");
    return {
      env,
      close,
      /** Does what logind does at a word: see logind.py. */
      does: (word) => void logind.stdin.write(`${word}\n`),
      /** Waits until a line was said so many times in all. */
      hears,
      /** Returns how many times a line was said. */
      count: (line) => said.filter((one) => one === line).length,
    };
  } catch (reason) {
    await close();
    throw reason;
  }
}
