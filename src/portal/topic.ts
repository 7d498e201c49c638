/** What a support case is to begin with, as the query of its place; nothing in it is personal (PRV-6). */
import type { SupportTopic } from '../api/support-topic.ts';

export const queryOf = ({ category, requestId, about }: SupportTopic): string =>
  new URLSearchParams(
    Object.entries({ category, request: requestId, about: about && `${about.kind}.${about.id}` }).filter(
      (pair): pair is [string, string] => !!pair[1],
    ),
  ).toString();

/** The topic in such a query. What it holds may be anybody's: the form takes from it only what it knows (T12). */
export const topicIn = (query: string): SupportTopic => {
  const told = new URLSearchParams(query);
  const [kind, id] = (told.get('about') ?? '').split('.');
  return {
    category: told.get('category') as SupportTopic['category'],
    requestId: told.get('request') ?? undefined,
    about: kind && id ? ({ kind, id } as SupportTopic['about']) : undefined,
  };
};
