// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// As much of a test runner as Deno and Node agree on.
import process from "node:process";

let failures = 0;
let passes = 0;

export async function test(name: string, body: () => unknown): Promise<void> {
  try {
    await body();
    passes += 1;
    console.log(`ok    ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${name}\n`, error);
  }
}

/** Says how many passed, and ends the program. */
export function finish(): never {
  console.log(`${passes} passed, ${failures} failed`);
  process.exit(failures === 0 ? 0 : 1);
}
