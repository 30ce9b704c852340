#include "cli/knowledge.h"

#include <system_error>
#include <vector>

#include "base/format.h"
#include "extract/ocr.h"
#include "extract/open_pdf.h"
#include "extract/pool.h"
#include "reports/borrowed_text.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> usual_data_folders() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  return {program / "share/planmark", program.parent_path() / "share/planmark"};
}

}  // namespace

Result<DataPlaces> find_data(const fs::path& data, const fs::path& lexicons) {
  const std::vector<fs::path> folders = data.empty() ? usual_data_folders() : std::vector<fs::path>{data};
  std::error_code error;
  for (const fs::path& folder : folders) {
    if (fs::is_directory(folder / "register", error)) {
      return DataPlaces{lexicons.empty() ? folder / "lexicons" : lexicons, folder / "register"};
    }
  }
  std::string looked;
  for (const fs::path& folder : folders) looked += (looked.empty() ? "" : ", ") + folder.string();
  return failure(ProblemKind::not_found, "planmark's data (the folders lexicons and register) are not there",
                 looked, "name their folder with --data");
}

Result<Knowledge> load_knowledge(const DataPlaces& places, Trial trial) {
  auto rules = load_rule_book(places.lexicons, trial);
  if (!rules) return tl::unexpected(rules.error());
  auto systems = load_register(places.register_folder);
  if (!systems) return tl::unexpected(systems.error());
  const ExtractionVersion extraction{PLANMARK_VERSION, poppler_version()};
  const AnalysisVersion analysis{PLANMARK_VERSION, rules->hash, icu_version(), re2_version()};
  return Knowledge{std::move(*rules), std::move(*systems), extraction, analysis};
}

Result<void> know_sources(Knowledge& knowledge, const fs::path& lexicons, const Workspace& workspace) {
  auto rules = load_shared_text_rules(lexicons);
  if (!rules && rules.error().kind == ProblemKind::not_found) return {};
  if (!rules) return tl::unexpected(rules.error());
  knowledge.shared = *rules;
  auto barring = BarringSources::of(workspace, knowledge.extraction, std::move(*rules));
  if (!barring) return tl::unexpected(barring.error());
  knowledge.barring = std::make_shared<BarringSources>(std::move(*barring));
  knowledge.analysis.lexicon = knowledge.barring->lexicon(knowledge.rules);
  return {};
}

std::shared_ptr<const std::string> english_data() {
  auto data = read_english_data();
  return data ? std::make_shared<const std::string>(std::move(*data)) : nullptr;
}

std::string version_text() {
  const char* english =
      read_english_data() ? "with English" : "without English: apt install tesseract-ocr-eng";
  return format(
      "planmark {}\nPoppler {}\nTesseract {} ({})\nICU {}\nRE2 {}\nSQLite {}\nworkers confined by {}",
      PLANMARK_VERSION, poppler_version(), tesseract_version(), english, icu_version(), re2_version(),
      sqlite_version(), sandbox_strength());
}

}  // namespace planmark
