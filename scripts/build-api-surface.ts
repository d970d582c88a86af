import { writeSurface } from './api-surface.js';

writeSurface();
