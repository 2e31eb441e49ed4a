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

/**
 * Stand-ins for the part of ICU that the Python parser refers to. The real one is 18 MB; the JDK
 * answers the few questions that are asked. The names are fixed by the parser's byte code, and both
 * are relocated together when the jars are built.
 */
package org.graalvm.shadowed.com.ibm.icu.lang;
