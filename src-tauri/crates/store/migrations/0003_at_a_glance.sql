-- What a list of assessments tells of each without reading its answers and findings: when an
-- answer was last changed, and how many findings stand open.

ALTER TABLE answer ADD COLUMN changed TEXT AS (json_extract(body, '$.changed')) VIRTUAL;
DROP INDEX answer_at_a_glance;
CREATE INDEX answer_at_a_glance
    ON answer (assessment, control, subject, implementation, flagged, changed);

ALTER TABLE finding ADD COLUMN standing TEXT AS (json_extract(body, '$.standing')) VIRTUAL;
CREATE INDEX finding_at_a_glance ON finding (standing, assessment);
