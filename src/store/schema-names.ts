/**
 * Where the tables lie in a database, which others may share: ours, and the queue's. The queue has a schema of its
 * own name, since another program's pg-boss beside it may be of another version.
 */
export const schemaName = 'unpause';
export const queueSchemaName = 'unpause_queue';
