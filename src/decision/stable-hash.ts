/**
 * A number from 0 up to, but not including, 2^32 that depends on nothing but the text: for a choice among equals that
 * is the same wherever and whenever it is made. FNV-1a over the UTF-16 code units, then the finaliser of MurmurHash3,
 * so that texts that differ in their last digit only end up far apart. It keeps no secret and withstands no attack.
 */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
