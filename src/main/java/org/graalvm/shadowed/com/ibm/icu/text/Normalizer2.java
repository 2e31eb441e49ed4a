// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

package org.graalvm.shadowed.com.ibm.icu.text;

import java.text.Normalizer;

/** The normalisation of identifiers that the Python parser asks ICU for, done by the JDK. */
public final class Normalizer2 {
  private static final Normalizer2 NFKC = new Normalizer2();

  private Normalizer2() {}

  /** The normal form that Python identifiers have (PEP 3131). */
  public static Normalizer2 getNFKCInstance() {
    return NFKC;
  }

  /** The text in normalisation form KC. */
  public String normalize(CharSequence text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
