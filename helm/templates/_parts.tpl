{{/* The name of a part of this release: (list $ "gateway") */}}
{{- define "rhomboid.name" -}}
{{- $root := index . 0 -}}
{{- printf "%s-%s" ($root.Release.Name | trunc 40 | trimSuffix "-") (index . 1) -}}
{{- end -}}

{{/* What a part is chosen by: (list $ "gateway") */}}
{{- define "rhomboid.chosenBy" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
{{- end -}}

{{- define "rhomboid.labels" -}}
{{- $root := index . 0 -}}
{{ include "rhomboid.chosenBy" . }}
app.kubernetes.io/part-of: rhomboid
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version }}
{{- end -}}

{{- define "rhomboid.url" -}}
{{- $root := index . 0 -}}
http://{{ include "rhomboid.name" . }}:{{ (index $root.Values.parts (index . 1)).port }}
{{- end -}}

{{/* Where a part tells how it is. */}}
{{- define "rhomboid.managementPort" -}}
{{ add .port 1000 }}
{{- end -}}
