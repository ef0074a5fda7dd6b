import { Module } from '@nestjs/common';
import { ChartDrawingService } from './chart-drawing.service.js';

@Module({ providers: [ChartDrawingService], exports: [ChartDrawingService] })
export class DrawingModule {}
