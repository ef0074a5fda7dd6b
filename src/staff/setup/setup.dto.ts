import { Type } from 'class-transformer';
import { IsObject, Length, ValidateNested } from 'class-validator';
import { NewClinic } from '../clinic/clinic.dto.js';
import { IsNewPassword } from '../sign-in/new-password.js';
import { NewPerson } from '../people/staff.dto.js';

const TOKEN = { message: 'The token is what follows the # in the link.' };

export class NewDirector extends NewPerson {
  /** @example "a long sentence is a good password" */
  @IsNewPassword()
  password: string;
}

export class SetupRequest {
  /**
   * What follows the # in the link that the service printed at its first start
   * @example "kq3vZ0m0cW5h3b1x6Qd2o8n4uYJt7sLr9aEoPfGiHkM"
   */
  @Length(20, 100, TOKEN)
  token: string;

  @IsObject({ message: 'The clinic must be an object with a name and a time zone.' })
  @ValidateNested()
  @Type(() => NewClinic)
  clinic: NewClinic;

  @IsObject({ message: 'The director must be an object with name, email and password.' })
  @ValidateNested()
  @Type(() => NewDirector)
  director: NewDirector;
}

export class RedeemRequest {
  /**
   * What follows the # in the link
   * @example "kq3vZ0m0cW5h3b1x6Qd2o8n4uYJt7sLr9aEoPfGiHkM"
   */
  @Length(20, 100, TOKEN)
  token: string;

  /** @example "a long sentence is a good password" */
  @IsNewPassword()
  password: string;
}
