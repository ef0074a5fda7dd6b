import { Module } from '@nestjs/common';
import { ChartDrawing } from './chart-drawing.service.js';

@Module({ providers: [ChartDrawing], exports: [ChartDrawing] })
export class DrawingModule {}
