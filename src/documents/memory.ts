/** WebAssembly asks for more memory whatever a file makes it want: beyond this it is refused, and the engine gives up. */
const MOST_BYTES = 400_000_000;
const PAGE = 65_536;

/** For a worker of its own: it holds for every module in it. */
export function limitMemory(most = MOST_BYTES): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > most) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}
