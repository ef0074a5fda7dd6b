import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { rulesBroken, type FieldFault } from './problem.js';

/** Checks every body and query against its DTO and answers with all faults at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    // One sentence a field: the rules of a field mostly say the same.
    stopAtFirstError: true,
    exceptionFactory: (errors) => rulesBroken(errors.flatMap((error) => faultsOf(error, ''))),
  });
}

function faultsOf(error: ValidationError, path: string): FieldFault[] {
  const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    pointer,
    rule: rule === 'whitelistValidation' ? 'unknown' : rule,
    message: rule === 'whitelistValidation' ? `There is no field named ${error.property} here.` : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
