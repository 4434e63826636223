/** Whether a paper of this status was accepted by its venue, whatever came after. */
export function wasAccepted(status: string): boolean {
  return status === 'accepted' || hasAppeared(status);
}

/** Whether a paper of this status has appeared at its venue, so that the year of the venue is its own. */
export function hasAppeared(status: string): boolean {
  return status === 'published' || status === 'retracted';
}
