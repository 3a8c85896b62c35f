/** One thing that is not as it should be in the data, with up to five examples. */
export interface QualityEntry {
  readonly count: number;
  readonly examples: readonly QualityExample[];
}

/** A conversation, or a refused record, that shows the problem. */
export interface QualityExample {
  /** Absent for refused records without an id that can be read. */
  readonly id?: string;
  /** Refused records: the field, its value as short text, and what was expected. */
  readonly field?: string;
  readonly value?: string;
  readonly message?: string;
}

/** What is known against the data behind a result; counted over everything the store holds. */
export interface DataQuality {
  /** Records left out because the door refused them. */
  readonly rejected: QualityEntry;
  /** Conversations whose source told events twice. */
  readonly duplicate: QualityEntry;
  /** Conversations whose source cut the history. */
  readonly incomplete: QualityEntry;
  /** Conversations that start, close or have events after the clock. */
  readonly future: QualityEntry;
  /** Conversations whose events were listed in another order than they happened in. */
  readonly outOfOrder: QualityEntry;
  /** Conversations with a resolution time or a time to close below zero. */
  readonly negativeDuration: QualityEntry;
  /** Handled conversations whose source does not tell sources and actions. */
  readonly unknownGrounding: QualityEntry;
  /** Spam, tests and deleted ones. */
  readonly excluded: QualityEntry;
}
