/** Addresses of texts that lie in the page itself. */

const addresses = new Map<string, string>();

/** Where a worker's own text can be started from. To put megabytes there holds the page: it is done once. */
export function addressOf(script: string): string {
  const known = addresses.get(script);
  if (known !== undefined) return known;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  addresses.set(script, address);
  return address;
}
