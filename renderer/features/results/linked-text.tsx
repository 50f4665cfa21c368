import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { shippedQuestions } from '#assessments/packs/registry.ts';
import { sectionPath } from '../../app/routes.ts';
import { packOf } from '../../storage/enterprise-store.ts';

const IDS = /((?:IM|CL)-[A-Z]+-\d+|W-M\d+|G-[GQ]\d+|MIIT-\d+)/;

/** A text whose question ids lead to the questions. */
export function linkedText(enterprise: string): (text: string) => ReactNode {
  return (text) => {
    const parts = text.split(IDS);
    if (parts.length === 1) return text;
    return parts.map((part, i) => {
      const question = shippedQuestions.get(part);
      if (question === undefined) return part;
      return (
        <Link key={i} href={sectionPath(enterprise, packOf(part), question.dimension, part)}>
          {part}
        </Link>
      );
    });
  };
}
