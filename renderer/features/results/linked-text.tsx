import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Question } from '#assessments/schema/pack.ts';
import { questionPath } from '../../app/question-path.ts';

const IDS = /((?:IM|CL)-[A-Z]+-\d+|W-M\d+|G-[GQ]\d+|MIIT-\d+)/;

/** A text whose ids of questions of the round lead to them. */
export function linkedText(enterprise: string, questions: ReadonlyMap<string, Question>): (text: string) => ReactNode {
  return (text) => {
    const parts = text.split(IDS);
    if (parts.length === 1) return text;
    return parts.map((part, i) => {
      const path = questionPath(enterprise, part, questions);
      if (path === null) return part;
      return (
        <Link key={i} href={path}>
          {part}
        </Link>
      );
    });
  };
}
