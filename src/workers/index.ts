export { threads, type ThreadOptions, type Threads } from './threads.js';
