// npm run rooms: the drawing of the rooms, for the README.
import { drawingOfRooms } from './rooms.js';

process.stdout.write(`${drawingOfRooms()}\n`);
