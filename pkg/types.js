// What has only types is nothing when it runs.
export {};
