/** Whether a paper of this status was accepted by its venue, even if it was retracted later. */
export function wasAccepted(status: string): boolean {
  return status === 'accepted' || hasAppeared(status);
}

/** Whether a paper of this status has appeared at its venue, and so has the venue's year. */
export function hasAppeared(status: string): boolean {
  return status === 'published' || status === 'retracted';
}
