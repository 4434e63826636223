/** A searchable part of a file. */
export interface FilePart {
  /** The location in the file, as `page 2`. Absent for a whole text, which has lines. */
  where?: string;
  text: string;
}
