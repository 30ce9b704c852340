// A workspace in a scratch folder, and files to put into it.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "review/event.h"
#include "review/workspace.h"
#include "tests/review/sample_values.h"
#include "tests/support/temporary_folder.h"

namespace planmark {

inline const Act by_ada{"ada", "2026-03-01T09:00:00Z"};

class WorkspaceFixture : public testing::Test {
 protected:
  std::filesystem::path folder() const { return scratch_.path() / "workspace"; }

  Workspace open() const {
    auto workspace = Workspace::open(folder());
    EXPECT_TRUE(workspace) << (workspace ? "" : describe(workspace.error()));
    return std::move(*workspace);
  }

  // A file with this name and these bytes.
  std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    const auto path = scratch_.path() / "in" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // Its hash once added.
  std::string add(Workspace& workspace, const std::string& name, const std::string& bytes) const {
    const auto sha256 = workspace.add_file(file(name, bytes));
    EXPECT_TRUE(sha256) << (sha256 ? "" : describe(sha256.error()));
    return sha256.value_or("");
  }

  // A document of that name with its sample text and drafts; its hash.
  std::string add_drafted(Workspace& workspace, const std::string& name = "a.pdf") const {
    const std::string sha256 = add(workspace, name, "bytes of " + name);
    const Document document = sample_document(sha256);
    EXPECT_TRUE(workspace.save_extraction(document, reader_1, quality_of(document, WordList("nothing"))));
    EXPECT_TRUE(
        workspace.save_analysis(sha256, "plan", sample_analysis(document), sample_rules(), lexicon_1));
    return sha256;
  }

  // The one document of the workspace.
  static RegisteredDocument only(const Workspace& workspace, const ExtractionVersion& extraction = reader_1,
                                 const AnalysisVersion& analysis = lexicon_1) {
    const auto list = workspace.documents(extraction, analysis);
    EXPECT_TRUE(list && list->size() == 1u);
    return list && !list->empty() ? list->front() : RegisteredDocument();
  }

  TemporaryFolder scratch_;
};

}  // namespace planmark
