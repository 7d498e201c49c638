/** Looking users up in the order form. It comes when somebody is to be named. */
import { findPeople } from '../api/find-people.ts';
import { messages as words, PeopleLookUp, styles as look, type PeopleLookUpOptions } from '../ui/people-look-up.ts';

export const messages = words;
export const styles = look;

export const open = (options: Omit<PeopleLookUpOptions, 'find'>): PeopleLookUp => new PeopleLookUp({ ...options, find: findPeople });
