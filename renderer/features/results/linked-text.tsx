import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { library } from '#assessments/packs/registry.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { sectionPath } from '../../app/routes.ts';

const IDS = /((?:IM|CL)-[A-Z]+-\d+|W-M\d+|G-[GQ]\d+|MIIT-\d+)/;

/** A text whose ids of questions of the round lead to them. */
export function linkedText(enterprise: string, questions: ReadonlyMap<string, Question>): (text: string) => ReactNode {
  return (text) => {
    const parts = text.split(IDS);
    if (parts.length === 1) return text;
    return parts.map((part, i) => {
      const question = questions.get(part);
      const pack = library.packOf(part);
      if (question === undefined || pack === undefined) return part;
      return (
        <Link key={i} href={sectionPath(enterprise, pack, question.dimension, part)}>
          {part}
        </Link>
      );
    });
  };
}
