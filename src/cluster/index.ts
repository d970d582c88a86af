export { cluster, type Cluster, type ClusterOptions } from './cluster.js';
export type { ClusterConnection } from './connection.js';
export { type ClusterWorker, type ClusterWorkerOptions, startClusterWorker } from './start-worker.js';
