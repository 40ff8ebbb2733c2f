/** One thing that is wrong with a file. It says where and which rule, and never repeats the cell. */
export interface Fault {
  /** As a spreadsheet counts: 1 is the header, 0 the file as a whole. */
  readonly row: number;
  /** Column name; empty where it is the whole row. */
  readonly column: string;
  readonly fault: string;
}
