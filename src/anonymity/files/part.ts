/** Something in a file that can be searched. */
export interface Part {
  /** Where in the file it is, as `page 2`; the whole of a text has its lines instead. */
  where?: string;
  text: string;
}
