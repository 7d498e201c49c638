/** Looking users up in the guide. It comes when somebody is to be named. */
import { findPeople } from '../api/find-people.ts';
import { messages as words, PeopleLookUp, styles as look } from '../ui/people-look-up.ts';
import type { Stage } from './wizard-stage.ts';

export const messages = words;
export const styles = look;

export const open = ({ room, change }: Stage): PeopleLookUp =>
  new PeopleLookUp({
    ...{ room, id: 'user', nameId: 'name', find: findPeople },
    chosen: (user) => {
      change({ user: user ?? null });
    },
    createNew: (name) => {
      change({ userKind: 'new', name });
    },
    use: (user) => {
      change({ userKind: 'existing', user });
    },
  });
