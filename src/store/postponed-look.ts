/** What a look throws that cannot be made now, through no fault of its own: it waits, and no attempt is counted. */
export class PostponedLook extends Error {
  readonly until: Date;

  constructor(until: Date, options?: ErrorOptions) {
    super(`postponed until ${until.toISOString()}`, options);
    this.name = 'PostponedLook';
    this.until = until;
  }
}
