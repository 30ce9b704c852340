// When a pool reads a document twice: once for its text layer, and again for the pages that want to be
// recognised in their picture. What goes wrong the second time costs those pages alone.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/job.h"
#include "extract/worker.h"

namespace planmark {

// Added to both limits of time for each page that is recognised; by the clock three times as much. Tesseract
// takes 0.3 to 3 s for most pages.
inline constexpr std::chrono::seconds time_for_ocr_page{10};

// The job of the second reading, where the first gave `document` and left pages to recognise.
std::optional<Job> second_reading(const Job& job, const Document& document);

// `limits` for this job: as they are, or longer by the pages that it recognises.
Limits limits_of_job(const Limits& limits, const Job& job);

// What stands when both readings have ended: `second`, or `first` with a problem that says why the pages are
// not recognised. Pages beyond ReadDocument::most_ocr_pages are named as a problem too.
Document of_both_readings(Document first, Result<Document> second, const Job& second_job);

}  // namespace planmark
